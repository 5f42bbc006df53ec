import type { Destinataire } from "../proposition/proposition.type.ts";
import type { Suggestion } from "./orientation.repository.ts";

/** A recipient as the API shows it: what of the three was stored, the two others null. */
export const montrerDestinataire = ({ situationId, structureId, equipeId }: Suggestion): Destinataire => ({
  situation: situationId === null ? null : { id: situationId },
  structure: structureId === null ? null : { id: structureId },
  equipe: equipeId === null ? null : { id: equipeId },
});
