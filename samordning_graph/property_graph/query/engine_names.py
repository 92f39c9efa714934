"""Names and literal texts as the embedded engine is given them, and back.

A property, a key of a map and a parameter get `p_` before their names, and a variable `v_`. So no
name has a meaning of its own: the engine answers a missing `id`, `type`, `title`, `name` or `label`
with something that nobody has stored, and reserves words that Neo4j does not.
"""

import json
import re
from functools import cache

from samordning_graph.property_graph.query.dialect import refused
from samordning_graph.property_graph.query.tokens import Token

_ENCODED = re.compile(r"x(?:[0-9a-f]{2})+")
"""A name with letters that the engine does not take, as hexadecimal UTF-8."""
_ESCAPES = {"b": "\b", "f": "\f"}


@cache
def inward(name: str) -> str:
    """Return a property, a key of a map or a parameter as the engine knows it.

    >>> inward("id"), inward("beløp")
    ('p_id', 'p_x62656cc3b870')
    """
    return f"p_{_ascii_name(name)}"


def outward(name: str) -> str:
    """Return the name that the engine knows as this.

    >>> outward(inward("id")), outward(inward("beløp"))
    ('id', 'beløp')
    """
    name = name.removeprefix("p_")
    if _ENCODED.fullmatch(name):
        return bytes.fromhex(name[1:]).decode()
    return name


def variable(name: str) -> str:
    """Return a variable as the engine knows it.

    >>> variable("type")
    'v_type'
    """
    return f"v_{_ascii_name(name)}"


def list_in_disguise(text: str) -> bool:
    """Tell whether a text looks like a list of one text: the engine finds the two equal.

    >>> list_in_disguise('["Oslo"]'), list_in_disguise("[Oslo]")
    (True, False)
    """
    if not text.lstrip().startswith("["):
        return False
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return len(value) == 1 and isinstance(value[0], str)


def literal(token: Token) -> str:
    """Return a literal text as the engine reads it: it knows fewer escapes, and drops the rest."""
    if token.text[0] not in "'\"":
        return token.text

    def escaped(match: re.Match[str]) -> str:
        sign = match[1]
        return match[0] if sign in "\\'\"ntru" else _ESCAPES.get(sign, rf"\\{sign}")

    if list_in_disguise(token.text[1:-1].replace('\\"', '"')):
        raise refused(token.text, token)
    return re.sub(r"\\(.)", escaped, token.text, flags=re.DOTALL)


def _ascii_name(name: str) -> str:
    plain = name.isascii() and name.isidentifier() and not _ENCODED.fullmatch(name)
    return name if plain else f"x{name.encode().hex()}"
