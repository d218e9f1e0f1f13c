"""How a round moves: from its scenes over the barrier to second take, debrief, breather. Knows nothing of a beat."""

from typing import Final

from game.core import events as e
from game.core.clock import Hold, is_due
from game.core.flow import scenes, settlement
from game.core.flow.bots import seat_bot
from game.core.ids import Millis, SeatId, TeamId
from game.core.rules.returning import returning
from game.core.scenario import Form, Scenario, plan_beats
from game.core.seating import counts, humans, is_here, present_seats, team_seats
from game.core.settings import AFTER_MEDIAN, BREATHER, CASTING, DEBRIEF, MOST_TEAM, SECOND_TAKE
from game.core.state import Mode, RoundStage
from game.core.turn import Turn

_NEXT: Final[dict[RoundStage, tuple[RoundStage, Millis | None]]] = {
    "second_take": ("debrief", DEBRIEF),
    "debrief": ("breather", BREATHER),
    "breather": ("done", None),
}
TEAM_NAMES: Final = (
    "Juniper", "Harbour", "Maple", "Comet", "Willow", "Ember", "Lagoon", "Saffron", "Birch", "Meadow", "Orchid", "Summit",
    "Clover", "Marble", "Cedar", "Breeze", "Amber", "Fjord", "Poppy", "Quartz", "Heron", "Laurel", "Canyon", "Lotus",
    "Pebble", "Aurora", "Bamboo", "Coral", "Dune", "Fern", "Glacier", "Hazel", "Indigo", "Jasmine", "Kestrel", "Lark",
    "Mango", "Nimbus", "Olive", "Prairie", "Reef", "Sierra", "Tundra", "Umber", "Violet", "Walnut", "Yarrow", "Zephyr",
)  # fmt: skip


def form_team(turn: Turn) -> TeamId:
    """A new empty team under the next free name."""
    number = turn.state.teams_formed + 1
    used = {team.name for team in turn.state.teams.values()}
    name = next((name for name in TEAM_NAMES if name not in used), f"Team {number}")
    team = TeamId(f"t{number}")
    turn.emit(e.TeamFormed(team, name))
    return team


def place(turn: Turn, seat: SeatId) -> None:
    """Put a newcomer into the smallest team with room, or into a new one while the teams have the chosen size."""
    sizes = {team: len(humans(team_seats(turn.state, team))) for team in turn.state.teams}
    smallest = min(sizes, key=lambda team: (sizes[team], int(team[1:])), default=None)
    playing = turn.state.round is not None and turn.state.round.stage == "playing"
    room = MOST_TEAM - 1 if playing else turn.state.settings.team_size
    if smallest is None or sizes[smallest] >= room:
        if playing and smallest is not None:
            return
        smallest = form_team(turn)
    turn.emit(e.SeatMoved(seat, smallest, by_hand=False))


def deal(turn: Turn) -> None:
    """Spread everybody evenly over as many teams as the chosen size asks for, none above eight; bots leave, names stay."""
    for bot in [seat for seat in present_seats(turn.state) if seat.bot]:
        turn.emit(e.SeatLeft(bot.id, banned=False))
    people = humans(present_seats(turn.state))
    size = turn.state.settings.team_size
    least = max(1, -(-len(people) // MOST_TEAM))
    wanted = min(range(least, len(people) + 1), key=lambda teams: abs(len(people) / teams - size), default=1)
    while len(turn.state.teams) < wanted:
        form_team(turn)
    teams = sorted(turn.state.teams, key=lambda team: int(team[1:]))
    for extra in teams[wanted:]:
        for seat in team_seats(turn.state, extra):
            turn.emit(e.SeatMoved(seat.id, None, by_hand=False))
        turn.emit(e.TeamDissolved(extra))
    _even_out(turn, teams[:wanted])


def _even_out(turn: Turn, teams: list[TeamId]) -> None:
    """Move as few people as possible until no team has two more than another."""
    for seat in humans(present_seats(turn.state)):
        if seat.team is None:
            turn.emit(e.SeatMoved(seat.id, min(teams, key=lambda t: len(team_seats(turn.state, t))), by_hand=False))
    while True:
        sizes = {team: len(team_seats(turn.state, team)) for team in teams}
        largest, smallest = max(teams, key=lambda t: sizes[t]), min(teams, key=lambda t: sizes[t])
        if sizes[largest] - sizes[smallest] < 2:
            return
        turn.emit(e.SeatMoved(team_seats(turn.state, largest)[-1].id, smallest, by_hand=False))


def start(turn: Turn, scenario: Scenario, form: Form, mode: Mode) -> None:
    """Begin a round: seat everybody, fill with bots, and ask in every team who would like to be angry."""
    if not turn.state.past and not turn.state.hand_dealt:
        deal(turn)
    for seat in humans(present_seats(turn.state)):
        if seat.team is None:
            place(turn, seat.id)
    for team in list(turn.state.teams):
        _fill(turn, team)
    number = len(turn.state.past) + 1 if turn.state.round is None else turn.state.round.number + 1
    turn.emit(e.RoundStarted(number, scenario, form, plan_beats(scenario, form), turn.at, mode))
    for team in turn.state.teams:
        back = returning(turn.state.past, team, scenario)
        turn.emit(e.SceneStarted(team, back.heat if back else scenario.opening_heat, turn.clock(CASTING)))


def _fill(turn: Turn, team: TeamId) -> None:
    """Bots make up one customer and the fewest agents, and leave again where people have come; empty teams are dissolved."""
    seats = team_seats(turn.state, team)
    people = [seat for seat in humans(seats) if seat.presence != "absent"]
    bots = [seat for seat in seats if seat.bot]
    if not humans(seats):
        for bot in bots:
            turn.emit(e.SeatLeft(bot.id, banned=False))
        turn.emit(e.TeamDissolved(team))
        return
    wanted = max(0, turn.state.settings.least_agents + 1 - len(people))
    for bot in bots[wanted:]:
        turn.emit(e.SeatLeft(bot.id, banned=False))
    for _ in range(wanted - len(bots)):
        seat_bot(turn, team)


def step(turn: Turn) -> bool:
    """Move the round on by at most one stage; whether anything happened."""
    now = turn.round
    if now.stage == "playing":
        return _step_playing(turn)
    if now.stage == "done" or now.clock.held:
        return False
    people = [seat.id for seat in humans(present_seats(turn.state))]
    done = now.ready | _looked_back(turn) if now.stage == "second_take" else now.ready
    if is_due(now.clock, turn.at) or scenes.all_in(turn, people, done):
        return next_stage(turn)
    return False


def _looked_back(turn: Turn) -> frozenset[SeatId]:
    """Who has taken a sentence again and set an aim in this round: nobody waits for them any longer."""
    return frozenset(take.seat for take in turn.round.takes) & turn.round.aimed


def next_stage(turn: Turn) -> bool:
    """Enter the following stage now; whether there is one."""
    following = _NEXT.get(turn.round.stage)
    if following is None:
        return False
    stage, length = following
    turn.emit(e.StageEntered(stage, turn.clock(length) if length else turn.clock_none()))
    return True


def _step_playing(turn: Turn) -> bool:
    now = turn.round
    unfinished = [team for team, scene in now.scenes.items() if scene.phase != "outcome"]
    if unfinished:
        if is_due(now.clock, turn.at):
            for team in unfinished:
                scenes.end(turn, team)
            return True
        if now.clock.total is None and turn.state.settings.timed and 2 * len(unfinished) <= len(now.scenes):
            gathered: tuple[Hold, ...] = ("gather",) if now.gathering else ()
            turn.emit(e.BarrierSet(turn.clock(AFTER_MEDIAN, None, *gathered)))
            return True
        return False
    if all(_stepped_out(turn, team) for team in now.scenes):
        open_barrier(turn)
        return True
    return False


def _stepped_out(turn: Turn, team: TeamId) -> bool:
    """Whether a finished scene's people have had time to step out of their parts."""
    scene = turn.scene(team)
    if scene.clock.held:
        return False
    people = [seat.id for seat in humans(team_seats(turn.state, team)) if counts(turn.state, seat.id)]
    waited = [seat for seat in people if seat not in scene.ready]
    nobody = not waited or not any(is_here(turn.state, seat) for seat in people)
    return is_due(scene.clock, turn.at) or (nobody and turn.at >= turn.state.quiet_until)


def open_barrier(turn: Turn) -> None:
    """All scenes are over: settle the round and begin the second take."""
    settlement.settle(turn)
    turn.emit(e.StageEntered("second_take", turn.clock(SECOND_TAKE)))
