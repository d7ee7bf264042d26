#!/usr/bin/env python3
"""A stage of one's own for Ghirbal: drops lines that only credit a picture, and spells "e-mail" one way."""
import json
import re
import sys

CREDIT = re.compile(r"(?:Photo|Foto|عکس|تصوير)\s*[:/]\s*\S.{0,60}")
EMAIL = re.compile(r"\b([Ee])mail\b")

for line in sys.stdin.buffer:
    page = json.loads(line)
    edits = []
    for block in page["blocks"]:
        if CREDIT.fullmatch(block["text"]):
            edits.append({"block": block["block"], "change": "drop", "reason": "photo_credit"})
            continue
        for match in EMAIL.finditer(block["text"]):
            edits.append({"block": block["block"], "change": "replace", "reason": "email_spelling",
                          "scalars": match.span(), "with": match[1] + "-mail"})
    print(json.dumps({"id": page["id"], "edits": edits}), flush=True)
