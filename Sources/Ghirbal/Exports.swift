// Who takes the front door gets what goes through it: pages, documents, edits and ledgers, the readers
// and writers of files.
@_exported public import GhirbalDocument
@_exported public import GhirbalIO

@_exported public import enum GhirbalText.Language
@_exported public import enum GhirbalText.TextDirection
