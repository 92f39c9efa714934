"""The readers whom a report is written for."""

from enum import StrEnum


class Reader(StrEnum):
    """For whom a report is: each gets all that the one before gets, and more."""

    LEADER = "leader"
    COORDINATOR = "coordinator"
    RESEARCHER = "researcher"
