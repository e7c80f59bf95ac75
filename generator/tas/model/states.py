"""What a text of an edition may be to the edition that leads, as its ledger says it (read/ledger.py)."""

SAME, ADAPTED, ONLY_HERE, UNREAD = "same", "adapted", "only-here", "unread"
STATES = (SAME, ADAPTED, ONLY_HERE, UNREAD)
