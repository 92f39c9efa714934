"""The blocks of a document as JSON, for a page that draws the few kinds that a first answer has."""

from collections.abc import Iterable, Iterator
from typing import Any

from samordning_graph.report.blocks import (
    Block,
    Bullets,
    FiguresBar,
    Heading,
    Message,
    Paragraph,
    TableBlock,
)


def shown_blocks(blocks: Iterable[Block]) -> Iterator[dict[str, Any]]:
    """Yield each block with its `kind`; kinds that the page does not draw are left out."""
    for block in blocks:
        match block:
            case Heading(level=level, text=text):
                yield {"kind": "heading", "level": level, "text": text}
            case Message(lead=lead, rest=rest):
                yield {"kind": "message", "lead": lead, "rest": rest}
            case FiguresBar(parts=parts, texts=texts):
                yield {"kind": "figures", "parts": parts, "texts": texts}
            case Paragraph(text=text, quiet=quiet):
                yield {"kind": "paragraph", "text": text, "quiet": quiet}
            case Bullets(items=items, numbered=numbered):
                yield {"kind": "bullets", "items": items, "numbered": numbered}
            case TableBlock(caption=caption, header=header, rows=rows):
                yield {"kind": "table", "caption": caption, "header": header, "rows": rows}
