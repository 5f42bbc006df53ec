import { registerEnumType } from "type-graphql";
import { FONDEMENTS, type FondementPartage as Fondement } from "./fondement.rule.ts";

export const FondementPartage = Object.fromEntries(FONDEMENTS.map((mot) => [mot, mot])) as {
  readonly [Mot in Fondement]: Mot;
};
registerEnumType(FondementPartage, {
  name: "FondementPartage",
  description:
    "Ce qui permet de dire de qui il s'agit : calculé par le service, jamais déclaré. PERSONNE_HORS_D_ETAT : hors d'état d'exprimer sa volonté, informée dès que possible.",
});
