// Short names for what travels, put together from the generated types. Knows nothing of sockets.
import type { AcceptedOut, Commands, DocumentOut, Documents, HelloOut, RefusedOut } from "./wire.gen";

export type CommandName = keyof Commands;
/** A command by its name with its body. */
export type Command = { [Name in CommandName]: { readonly name: Name; readonly body: Commands[Name] } }[CommandName];
export type DocumentName = keyof Documents;
export type Bodies = Documents;
export type DocumentMessage = Omit<DocumentOut, "body"> & { readonly body: Bodies[DocumentName] | null };
export type Hello = HelloOut;
export type Accepted = AcceptedOut;
export type Refused = RefusedOut;
