"""Who may send which command: one table. Knows nothing of what a command does."""

from typing import Final, Literal, get_args

from game.core.commands import Command, DeskCommand, PlayerCommand, SystemCommand
from game.core.refusal import Refusal

Role = Literal["player", "desk", "stage", "system"]

ALLOWED: Final[dict[Role, frozenset[type]]] = {
    "player": frozenset(get_args(PlayerCommand)),
    "desk": frozenset(get_args(DeskCommand)),
    "stage": frozenset(),
    "system": frozenset(get_args(SystemCommand)),
}


def may(role: Role, command: Command) -> Refusal | None:
    """``None`` where this role may send this command, else why not."""
    if type(command) in ALLOWED[role]:
        return None
    if role == "player":
        return Refusal("wrong_role", "Only the facilitator's desk can do that.")
    if role == "desk":
        return Refusal("wrong_role", "The desk cannot do that for a player. Join on a phone to play along.")
    return Refusal("wrong_role", "A projector only shows; it cannot steer the game.")
