"""What the columns of a query are called in Neo4j."""

from samordning_graph.property_graph.query.dialect import CLAUSES
from samordning_graph.property_graph.query.tokens import Token, TokenType


class ColumnNames:
    """Gathers the names that Neo4j gives the columns of the last RETURN.

    The engine gives two conditions the same name, so what has no short name is given one.
    """

    def __init__(self, text: str) -> None:
        self.names: list[str] = []
        self._text = text
        self._item: list[Token] = []
        self._outer: list[Token] = []  # those of them outside all brackets
        self._returns = False

    def see(self, token: Token, depth: int, *, keyword: bool) -> str:
        """Take one token; return what must be written before it.

        `keyword` tells that a word here cannot be a name.
        """
        name = ""
        clause = depth == 0 and token.kind is TokenType.WORD and token.word in CLAUSES
        if clause and keyword:
            name = self.end()
            if token.word in ("RETURN", "UNION"):
                self.names = []
            self._returns = token.word == "RETURN"
        elif self._returns and depth == 0 and token.text == ",":
            name = self.end()
        elif self._returns and (self._item or token.word != "DISTINCT"):
            self._item.append(token)
            if depth == 0:
                self._outer.append(token)
        return name

    def end(self) -> str:
        """End an item, when the next begins or the query ends; return the name that it needs."""
        item, outer = self._item, self._outer
        if not item:
            return ""
        self._item, self._outer = [], []
        if len(outer) > 2 and outer[-2].word == "AS":
            self.names.append(outer[-1].name)
            return ""
        if [part.kind for part in item] in ([TokenType.WORD], [TokenType.QUOTED_WORD]):
            self.names.append(item[0].name)
            return ""
        self.names.append(self._text[item[0].start : item[-1].start + len(item[-1].text)])
        signs = [part.text for part in outer[1:]]
        short = signs[:1] == ["."] and len(signs) == 2  # n.name
        called = signs == ["("] and outer[0].kind is TokenType.WORD  # count(n)
        return "" if short or called else f" AS c_{len(self.names)}"
