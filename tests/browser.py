"""Chromium driven over its own pipe: no driver to install, no port to open. Knows no page of ours."""

import json
import os
import shutil
import subprocess
from typing import Any

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)


class Browser:
    """A headless browser and its messages; ``events`` holds those of the page last gone to."""

    def __init__(self) -> None:
        assert CHROMIUM
        to_read, self._write_to = os.pipe()
        self._read_from, to_write = os.pipe()

        def third_and_fourth() -> None:
            kept = os.dup(to_read), os.dup(to_write)
            os.dup2(kept[0], 3)
            os.dup2(kept[1], 4)

        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(
            [CHROMIUM, *flags], preexec_fn=third_and_fourth, close_fds=False, stdout=quiet, stderr=quiet
        )
        os.close(to_read)
        os.close(to_write)
        self.count, self.rest, self.events = 0, b"", list[dict[str, Any]]()
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")

    def call(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        self.count += 1
        message = {"id": self.count, "method": method, "params": params} | ({"sessionId": session} if session else {})
        os.write(self._write_to, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self.count:
            self.events.append(answer)
        assert "error" not in answer, answer
        return answer["result"]

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        return self.call(method, self.session, **params)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self.rest:
            read = os.read(self._read_from, 65536)
            assert read, "the browser has gone"
            self.rest += read
        one, self.rest = self.rest.split(b"\0", 1)
        return json.loads(one)

    def go(self, url: str) -> None:
        self.events.clear()
        self.ask("Page.navigate", url=url)
        while not any(one.get("method") == "Page.loadEventFired" for one in self.events):
            self.events.append(self._next())

    def run(self, script: str) -> Any:
        answer = self.ask("Runtime.evaluate", expression=f"(() => {{ {script} }})()", returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def told(self, *methods: str) -> list[dict[str, Any]]:
        return [one["params"] for one in self.events if one.get("method") in methods]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
