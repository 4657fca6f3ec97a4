"""Why a link was not taken: a key and its parts, for words in any language, and the English words."""

from __future__ import annotations

REASONS = {
    "no_link": "no web address: a link begins with http:// or https://",
    "long_link": "the link is longer than {most:,} characters",
    "login_in_link": "the link holds a user name or password; give it without them",
    "port": "port {port} is not one of the web's own (80 and 443)",
    "private": "{host} is an address inside this machine or a private network ({address}), which is not asked for pages",
    "no_such_host": "no host is called {host}; look at the spelling",
    "no_answer": "{host} cannot be reached ({detail}); try again later",
    "tls": "{host} shows no certificate that holds ({detail})",
    "slow": "{host} did not answer in full within {seconds:g} seconds",
    "broken": "{host} broke the answer off, or does not answer as a web server does ({detail})",
    "robots": "{host} asks programs not to fetch this page (robots.txt); open it and paste its text",
    "robots_unknown": "{host} does not tell whether programs may fetch its pages ({detail}); try again later, or paste the text",
    "redirects": "the link leads on more than {most} times, or in a circle",
    "redirect_nowhere": "{host} leads on without saying where",
    "needs_login": "{host} gives the page only to those who log in or pay (answer {status}); open it and paste its text",
    "forbidden": "{host} does not give the page to programs (answer {status}); open it and paste its text",
    "gone": "{host} has no such page (answer {status})",
    "busy": "{host} is asked too often (answer {status}); try again later",
    "status": "{host} answers with error {status}; try again later, or paste the text",
    "kind": "the link leads to {kind}, not to a page or text",
    "large": "the page is larger than {most:g} MB",
    "packed": "the answer is packed in a way that is not read here ({detail})",
    "empty": "{host} answers with an empty page",
    "no_article": "{detail}",
    "stopped": "stopped before it was fetched",
}
"""The English words of each reason; `docs/adding.md` tells of them."""


class Refused(ValueError):
    """A link that gave nothing: the `key` of the reason, a key of REASONS, and the `parts` that its words name."""

    def __init__(self, key: str, **parts: str | int | float) -> None:
        super().__init__(REASONS[key].format(**parts))
        self.key, self.parts = key, parts

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self.key, self.parts)


def _again(key: str, parts: dict[str, str | int | float]) -> Refused:
    return Refused(key, **parts)
