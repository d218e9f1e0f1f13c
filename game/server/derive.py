"""Makes pydantic models out of the core's dataclasses, so that the wire cannot drift from the rules.

Knows nothing of which dataclasses travel in which direction.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from types import ModuleType
from typing import Annotated, Any, Literal, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Field, create_model
from typing_extensions import TypeAliasType

T = TypeVar("T")


def named_literals(*modules: ModuleType) -> dict[Any, str]:
    """The `Literal` unions that these modules give a name, so that a schema can name them too."""
    return {
        value: name
        for module in modules
        for name, value in vars(module).items()
        if get_origin(value) is Literal and not name.startswith("_")
    }


class Derivation:
    """Models for one direction of travel. Each dataclass becomes one model, called its name plus `suffix`.

    `bounds` holds what a type cannot say (lengths, ranges), by dataclass and field.
    """

    def __init__(
        self,
        suffix: str,
        base: type[BaseModel],
        literals: Mapping[Any, str],
        bounds: Mapping[tuple[type, str], Any] | None = None,
    ) -> None:
        self._suffix = suffix
        self._base = base
        self._literals = literals
        self._bounds = bounds or {}
        self._models: dict[type, type[BaseModel]] = {}
        self._sources: dict[type[BaseModel], type] = {}
        self._aliases: dict[str, Any] = {}

    def model(self, source: type) -> type[BaseModel]:
        """The model of this dataclass; the same one every time."""
        if source not in self._models:
            hints = get_type_hints(source)
            columns: dict[str, Any] = {}
            for field in fields(source):
                bound = self._bounds.get((source, field.name))
                travels = self._type(hints[field.name])
                travels = travels if bound is None else Annotated[travels, bound]
                columns[field.name] = (travels, self._default(field.default))
            made: type[BaseModel] = create_model(
                f"{source.__name__}{self._suffix}", __base__=self._base, __doc__=_said_of(source), **columns
            )
            self._models[source] = made
            self._sources[made] = source
        return self._models[source]

    def models(self) -> tuple[type[BaseModel], ...]:
        """Every model made so far, the parts of others included."""
        return tuple(self._sources)

    def name_of(self, model: type[BaseModel]) -> str | None:
        """What the core calls it, or None where this is not one of ours."""
        source = self._sources.get(model)
        return None if source is None else source.__name__

    def restore(self, model: BaseModel) -> Any:
        """The dataclass that this model stands for, with everything in it."""
        source = self._sources[type(model)]
        return source(**{name: self._restored(getattr(model, name)) for name in type(model).model_fields})

    def _restored(self, value: Any) -> Any:
        if isinstance(value, BaseModel):
            return self.restore(value)
        if isinstance(value, tuple):
            return tuple(self._restored(item) for item in value)
        return value

    def _default(self, default: Any) -> Any:
        if default is MISSING:
            return ...
        if is_dataclass(default) and not isinstance(default, type):
            made = self.model(type(default))
            return Field(default_factory=made)
        return default

    def _type(self, hint: Any) -> Any:
        if isinstance(hint, NewType):
            return self._alias(hint.__name__, self._type(hint.__supertype__))
        if is_dataclass(hint) and isinstance(hint, type):
            return self.model(hint)
        origin = get_origin(hint)
        if origin is Literal:
            name = self._literals.get(hint)
            return hint if name is None else self._alias(name, hint)
        if origin in (Union, types.UnionType):
            return Union[tuple(self._type(part) for part in get_args(hint))]  # noqa: UP007 - built at run time
        if origin is tuple:
            return tuple[tuple(part if part is ... else self._type(part) for part in get_args(hint))]  # type: ignore[misc]
        return hint

    def _alias(self, name: str, value: Any) -> Any:
        if name not in self._aliases:
            self._aliases[name] = TypeAliasType(name, value)
        return self._aliases[name]


def _said_of(source: type) -> str:
    """What a dataclass says about itself; empty where only Python's own signature stands there."""
    said = source.__doc__ or ""
    return "" if said.startswith(f"{source.__name__}(") else said
