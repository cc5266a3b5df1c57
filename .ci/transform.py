"""Reads what SAM makes of template.yaml: every method demands a key and an authorizer, but for preflights and the route the app starts with.

SAM would put the key on preflights too unless told (AddApiKeyRequiredToCorsPreflight), and no browser could call then.
"""

import sys

import sam

OPEN = "get /api/menu/daily"

wrong, methods = [], 0
for path, item in sam.transform()["Resources"]["Api"]["Properties"]["Body"]["paths"].items():
    if "options" not in item:
        wrong.append(f"options {path} is missing")
    for method, operation in item.items():
        methods += 1
        schemes = sorted(scheme for entry in operation.get("security") or [] for scheme in entry)
        bare = method == "options" or f"{method} {path}" == OPEN
        if schemes not in ([[]] if bare else [["Guest", "api_key"], ["Member", "api_key"]]):
            wrong.append(f"{method} {path} has {schemes or 'neither authorizer nor key'}")

print("\n".join(wrong) or f"{methods} methods: authorizer and key where they belong")
sys.exit(1 if wrong or not methods else 0)
