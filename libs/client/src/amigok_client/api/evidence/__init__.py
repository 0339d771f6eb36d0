from .list_evidence import list_evidence as list_evidence
