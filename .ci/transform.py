"""Reads what SAM makes of template.yaml: every method demands a key and an authorizer, but for preflights and the route the app starts with.

SAM would put the key on preflights too unless told (AddApiKeyRequiredToCorsPreflight), and no browser could call then. Every resource of the WebSocket API carries its condition, which
SAM drops from what its own type for one becomes; routes that respond have a response, and no log names a query.
"""

import re
import sys

import sam

OPEN = "get /api/menu/daily"

resources = sam.transform()["Resources"]
wrong, methods = [], 0
for path, item in resources["Api"]["Properties"]["Body"]["paths"].items():
    if "options" not in item:
        wrong.append(f"options {path} is missing")
    for method, operation in item.items():
        methods += 1
        schemes = sorted(scheme for entry in operation.get("security") or [] for scheme in entry)
        bare = method == "options" or f"{method} {path}" == OPEN
        if schemes not in ([[]] if bare else [["Guest", "api_key"], ["Member", "api_key"]]):
            wrong.append(f"{method} {path} has {schemes or 'neither authorizer nor key'}")

# Without its condition one of them would fail a stack that has no WebSocket API.
sockets = {name: made for name, made in resources.items() if re.match("(Web)?Socket", name)}
wrong += [f"{name} lacks HasSocket" for name, made in sockets.items() if made.get("Condition") != "HasSocket"]
of_api = {name for name, made in resources.items() if made["Type"].startswith("AWS::ApiGatewayV2::")}
wrong += [f"{name} is not called Socket…" for name in of_api - set(sockets)]
answering = {made["Properties"]["RouteId"]["Ref"] for made in sockets.values() if made["Type"].endswith("::RouteResponse")}
for name, made in sockets.items():
    if made["Type"].endswith("::Route") and ("RouteResponseSelectionExpression" in made["Properties"]) != (name in answering):
        wrong.append(f"{name} needs both an expression and a response, or neither")
    if "$context.path" in str(made) or "querystring" in str(made):
        wrong.append(f"{name} would log a ticket")

print("\n".join(wrong) or f"{methods} methods: authorizer and key where they belong; {len(sockets)} resources of the WebSocket API with their condition")
sys.exit(1 if wrong or not methods or not of_api else 0)
