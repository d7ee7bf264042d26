#!/usr/bin/env python3
"""Figures of whole commands on sites that their judge has not seen.

    python3 unseen.py FOLDS REPORT…

FOLDS is what train.py wrote with --folds. For each fold N a command is built with site-forest-N.bin in the place of
Sources/CGhirbalData/site-forest.bin, and REPORT number N is what quality.sites says of it (--report). Of each site
the report is taken whose judge has not seen it.
"""

import json
import sys
from pathlib import Path

SYSTEMS = ("ghirbal", "ghirbal + profile")
WORSE = -0.003


def main() -> None:
    folds, reports = Path(sys.argv[1]), [json.loads(Path(name).read_text()) for name in sys.argv[2:]]
    unseen = [
        set((folds / f"unseen-{fold}.txt").read_text().split()) for fold in range(len(reports))
    ]
    for name, forms in reports[0]["sets"].items():
        for form in forms:
            sites = {}
            for system in SYSTEMS:
                found = {
                    site: scores
                    for report, sites_unseen in zip(reports, unseen)
                    for site, scores in report["sets"][name][form][system]["sites"].items()
                    if site in sites_unseen
                }
                count = sum(scores["texts"] for scores in found.values())
                means = (
                    sum(scores[key] * scores["texts"] for scores in found.values()) / max(1, count)
                    for key in ("f1", "kept", "left")
                )
                print(name, form, system, f"{count} pages", *(f"{mean:.4f}" for mean in means))
                sites[system] = found
            alone, known = (sites[system] for system in SYSTEMS)
            gains = {site: known[site]["f1"] - alone[site]["f1"] for site in alone}
            worse = {site: round(gain, 4) for site, gain in sorted(gains.items()) if gain < WORSE}
            print(f"  of {len(gains)} sites worse:", worse or "none")


if __name__ == "__main__":
    sys.exit(main())
