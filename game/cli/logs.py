"""How the program logs: one line an event, on standard error, never a secret. Knows nothing of what is logged."""

import logging
import sys
from typing import TextIO, cast

import structlog
from structlog.dev import ConsoleRenderer, plain_traceback
from structlog.processors import ExceptionRenderer, JSONRenderer
from structlog.tracebacks import ExceptionDictTransformer


class _StandardError:
    """Whatever standard error is at the moment of writing: it may be replaced after loggers were made."""

    def write(self, text: str) -> int:
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


def configure(level: str) -> None:
    """Log from `level` on (debug, info, warning or error); readable in a terminal, JSON elsewhere.

    A traceback is told without the values of its variables: they hold what players wrote, names and secrets.
    """
    number = logging.getLevelNamesMapping()[level.upper()]
    terminal = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *([] if terminal else [ExceptionRenderer(ExceptionDictTransformer(show_locals=False))]),
            ConsoleRenderer(exception_formatter=plain_traceback) if terminal else JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(cast(TextIO, _StandardError())),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=max(number, logging.WARNING), stream=_StandardError())
