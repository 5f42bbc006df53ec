import { Arg, ID } from "type-graphql";

/** The key under which a client asks for a write: every mutation takes one. */
export const CleIdempotence = () =>
  Arg("cleIdempotence", () => ID, {
    description: "Choisie par le client, de 8 à 200 caractères : la même demande n'est faite qu'une fois.",
  });

/** Whether a write is only tried. */
export const ABlanc = () =>
  Arg("aBlanc", () => Boolean, {
    defaultValue: false,
    description: "Vrai : rien n'est écrit, et le verdict est le même.",
  });
