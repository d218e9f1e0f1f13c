"""Finds what a command would make other people read. Knows nothing of what is fit to be read."""

from game.core.commands import AppealMark, Command, Say, SendReply, SetAim, StepOut, TakeAgain


def written(command: Command) -> tuple[str, ...]:
    """Its texts for other eyes; a draft has none yet."""
    match command:
        case Say(text=text) | SendReply(text=text) | StepOut(text=text):
            return (text,)
        case TakeAgain(after=after):
            return (after,)
        case AppealMark(reason=reason):
            return (reason,)
        case SetAim(when=when, will=will):
            return (when, will)
        case _:
            return ()
