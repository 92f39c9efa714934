"""The blocks of a document by the heading that they stand under."""

from collections.abc import Iterable

from samordning_graph.report.blocks import Block, Bullets, Heading


def under_headings(blocks: Iterable[Block], deepest: int = 6) -> dict[str, list[Block]]:
    """Return the blocks under each heading, in order; deeper headings are among the blocks."""
    found: dict[str, list[Block]] = {}
    for block in blocks:
        if isinstance(block, Heading) and block.level <= deepest:
            found[block.text] = []
        else:
            found[next(reversed(found))].append(block)
    return found


def items(blocks: Iterable[Block]) -> str:
    """Return the items of lists, a line each."""
    lists = (block for block in blocks if isinstance(block, Bullets))
    return "\n".join(str(item) for bullets in lists for item in bullets.items)
