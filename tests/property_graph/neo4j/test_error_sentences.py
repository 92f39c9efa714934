import pytest
from neo4j.exceptions import ClientError, Neo4jError, TransientError

from samordning_graph.common.locale import in_language
from samordning_graph.property_graph.neo4j.error_sentences import explained
from samordning_graph.property_graph.neo4j.settings import Settings, StoreError

PASSWORD = "hemmelig-passord-7361"
SETTINGS = Settings(uri="bolt://a", password=PASSWORD)


@pytest.fixture(autouse=True)
def english():
    with in_language("en"):
        yield


@pytest.mark.parametrize(
    ("error", "code_and_sentence"),
    [
        (ClientError, "Neo.ClientError.Security.AuthenticationRateLimit: wait ten seconds"),
        (ClientError, "Neo.ClientError.Security.CredentialsExpired: must be changed"),
        (ClientError, "Neo.ClientError.Security.Forbidden: has no right"),
        (ClientError, "Neo.ClientError.Schema.ConstraintValidationFailed: other data"),
        (TransientError, "Neo.TransientError.General.DatabaseUnavailable: not running yet"),
        (ClientError, "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase: can only be read"),
        (ClientError, "Neo.ClientError.Cluster.NotALeader: use neo4j://"),
    ],
)
def test_codes_of_the_server_are_sentences(error, code_and_sentence):
    code, _colon, sentence = code_and_sentence.partition(": ")
    raised = Neo4jError._hydrate_neo4j(code=code, message=f"with {PASSWORD}")

    assert isinstance(raised, Neo4jError), error
    with pytest.raises(StoreError, match=sentence), explained(SETTINGS):
        raise raised


def test_another_error_is_shown_without_the_password():
    raised = Neo4jError._hydrate_neo4j(
        code="Neo.DatabaseError.General.UnknownError", message=f"it broke {PASSWORD}"
    )

    with pytest.raises(StoreError, match=r"it broke …") as refused, explained(SETTINGS):
        raise raised
    assert PASSWORD not in str(refused.value)
