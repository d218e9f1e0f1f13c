"""Plays a workshop by the rules alone and writes its log as the store would keep it. Knows nothing of storage.

python scripts/golden.py one FILE     writes a new golden log of an ordinary workshop with real content and real marks
python scripts/golden.py busy FILE    writes one in which every kind of event occurs

What came of it goes beside the log, into FILE with .told.json. The old logs stay, so that every shape that was ever stored
replays.
"""

import json
import sys
from pathlib import Path

from game.app import load_content
from game.core import commands as c
from game.core import events as e
from game.core.assessing import context, unmarked
from game.core.decide import decide
from game.core.evolve import evolve
from game.core.flow.advance import next_alarm
from game.core.ids import Instant, PlayerId, SeatId, WorkshopId
from game.core.refusal import Refusal
from game.core.settings import Settings
from game.core.state import Scene, Workshop
from game.paths import content_folder
from game.store.codec import Codec
from tests.golden.busy import busy_workshop
from tests.golden.replaying import load, told

START = Instant(1_800_000_000_000)
PLAYERS = 7


class Player:
    """The state so far, the log, and a hand for every seat."""

    def __init__(self) -> None:
        self.content = load_content(content_folder())
        self.state: Workshop | None = None
        self.log: list[tuple[Instant, e.Event]] = []
        self.now = START

    def do(self, command: c.Command, seat: str | None = None) -> bool:
        """Carry a command out; False where the rules refuse it."""
        decided = decide(self.state, command, at=self.now, actor=SeatId(seat) if seat else None)
        if isinstance(decided, Refusal):
            return False
        for event in decided:
            self.state = evolve(self.state, event)
            self.log.append((self.now, event))
        return True

    def mark(self) -> None:
        """The rubric's marks for every reply that has none."""
        while self.state and (missing := next(unmarked(self.state), None)):
            asked = context(self.state, *missing)
            if asked is None:
                return
            self.do(c.RecordMarks(missing[1], self.content.rubric.assess(*asked)))

    def pass_time(self) -> bool:
        """Go on to the next alarm; False where time changes nothing any more."""
        alarm = next_alarm(self.state, self.now) if self.state else None
        if alarm is None:
            return False
        self.now = alarm
        return self.do(c.Elapse())

    def play(self, number: int) -> None:
        """One round, with everybody doing what comes next."""
        scenario = self.content.library.scenarios[number]
        self.do(c.StartRound(scenario, "short" if number == 0 else "long"))
        for _ in range(400):
            if self.state is None or self.state.round is None or self.state.round.stage == "done":
                return
            for team in list(self.state.round.scenes):
                self.act(self.state.round.scenes[team])
            self.mark()
            self.look_back()
            self.pass_time()
        raise RuntimeError("the round never ended")

    def act(self, scene: Scene) -> None:
        """Whatever a scene's people can do in this phase; what does not fit is refused and does no harm."""
        customer, beat = scene.acting_customer, scene.beat
        if customer:
            self.do(c.OpenCard(), customer)
            if beat and scene.phase == "floor":
                self.do(c.SayLine(beat.plan.lines[0].id), customer)
                self.do(c.Say(f"Beat {beat.number}, and still nothing."), customer)
                self.do(c.YieldFloor(), customer)
        for place, seat in enumerate(beat.eligible if beat else ()):
            practice = beat.plan.practice if beat else ()
            if practice:
                self.do(c.SendReply(practice[place % len(practice)].text), seat)
        self.mark()
        for place, reply in enumerate(beat.replies if beat else ()):
            self.do(c.MarkReply(reply.token, (0, 25, 50, 75, 100)[place % 5]), customer)
        self.do(c.SealNeed("heard"), customer)
        for voter, pairs in (beat.plans if beat else {}).items():
            for pair in pairs:
                self.do(c.CastBallot(pair.left, pair.right, pair.left), voter)

    def look_back(self) -> None:
        """Second takes, aims, stress, thanks."""
        for number in range(1, PLAYERS + 1):
            seat = f"s{number}"
            self.do(c.ThankCustomer(), seat)
            self.do(c.StepOut("To be believed."), seat)
            self.do(c.SetAim("empathy", "they shout", "name what they feel"), seat)
            self.do(c.CheckStress("before", 1 + number % 5), seat)


def ordinary() -> list[tuple[Instant, e.Event]]:
    """The log of a whole workshop: two rounds, a late joiner, an erased player, a ceremony."""
    player = Player()
    playlist = tuple(scenario.slug for scenario in player.content.library.scenarios[:2])
    settings = Settings("A golden morning", "Gold", playlist, ("short", "long"), team_size=4)
    player.do(c.OpenWorkshop(WorkshopId("golden"), "G7LDN", "a golden seed", settings, player.content.library.badges))
    for number in range(1, PLAYERS + 1):
        player.do(c.TakeSeat(PlayerId(f"p{number}"), f"Player {number}", "🦊"))
        player.do(c.SetPresence(SeatId(f"s{number}"), here=True))
    player.play(0)
    player.do(c.TakeSeat(PlayerId("late"), "Latecomer", "🐼"))
    player.do(c.EraseMe(), "s7")
    player.play(1)
    if player.state and player.state.round:
        scene = next(iter(player.state.round.scenes.values()))
        player.do(c.OverruleMark(scene.beats[0].replies[0].token, "empathy", 3, "Said with great warmth."))
    player.do(c.StartCeremony())
    player.do(c.CloseWorkshop())
    return player.log


def busy() -> list[tuple[Instant, e.Event]]:
    """The log of a workshop in which everything happens that can happen."""
    return [(START, event) for event in busy_workshop().log]


def main() -> None:
    """Write the log of the workshop that is named, and what came of it."""
    name, path = sys.argv[1], Path(sys.argv[2])
    played = {"one": ordinary, "busy": busy}[name]()
    codec = Codec()
    lines = []
    erased = {event.seat for _, event in played if isinstance(event, e.SeatErased)}
    for version, (at, event) in enumerate(played, start=1):
        kept = codec.encode(event)
        words = {words.ref: words.text for words in kept.words if words.seat not in erased}
        lines.append({"version": version, "at": at, "kind": kept.kind, "shape": kept.shape, "body": kept.body, "words": words})
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    result = json.dumps(told(load(path)), ensure_ascii=False, indent=1)
    path.with_suffix(".told.json").write_text(result + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
