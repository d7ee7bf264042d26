#!/usr/bin/env python3
"""Speaks the contract of `ghirbal stream`, and breaks it where a page's text asks for it.

Each marker in a page's text is one kind of misbehaviour; a page without one is answered with its
own text, turned round. `GHIRBAL_FAKE` holds what concerns the start: `key=value`, commas between.
"""

import json
import os
import signal
import sys
import time

FAILED = '{"id":null,"status":"failed","reason":"invalid_json","text":null,"document":null}\n'


def ok(name: object, text: str) -> str:
    row: dict[str, object] = {"id": name, "status": "ok", "text": text, "document": {"title": None}}
    if "--provenance" in sys.argv:
        row["provenance"] = {"path": name}
    return json.dumps(row, separators=(",", ":")) + "\n"


def options() -> dict[str, str]:
    return dict(
        pair.split("=", 1) for pair in os.environ.get("GHIRBAL_FAKE", "").split(",") if pair
    )


def starts_so_far(path: str) -> int:
    with open(path, "a+") as file:
        file.write("start\n")
        file.seek(0)
        return len(file.readlines())


def begin(fake: dict[str, str]) -> None:
    if "count" in fake and starts_so_far(fake["count"]) <= int(fake.get("dies", 0)):
        sys.exit("the fake dies at its start")
    if "exit" in fake:
        sys.exit(int(fake["exit"]))
    if "sleep" in fake:
        time.sleep(float(fake["sleep"]))
    if "stderr" in fake:
        sys.stderr.write("noise " * int(fake["stderr"]))


def answer(row: dict[str, str]) -> str:
    text = row.get("text") or row.get("html") or row.get("html_base64") or ""
    line = ok(row.get("id"), text[::-1])
    if "CRASH" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "HANG" in text:
        time.sleep(3600)
    if "EXIT" in text:
        sys.exit(3)
    if "SLOW" in text:
        time.sleep(0.3)
    if "FLOOD" in text:
        sys.stderr.write("flood " * 200_000)
    if "GARBAGE" in text:
        return "this is no JSON\n"
    if "MISSING" in text:
        return ""
    if "SURPLUS" in text:
        return line + line
    if "OTHER" in text:
        return ok("another", text)
    if "ENDLESS" in text:
        while True:
            sys.stdout.write("x" * 65536)
    return line


def main() -> None:
    if "--version" in sys.argv:
        print(os.environ.get("GHIRBAL_FAKE_VERSION", "0.1.0"))
        return
    if sys.argv[1:3] == ["config", "validate"]:
        return
    begin(options())
    for line in sys.stdin:
        try:
            out = answer(json.loads(line))
        except ValueError:
            out = FAILED
        sys.stdout.write(out)
        sys.stdout.flush()
    sys.stdout.write(options().get("farewell", ""))


if __name__ == "__main__":
    main()
