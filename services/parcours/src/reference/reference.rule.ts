import { matriculeValide } from "../usager/matricule.rule.ts";

/** Une référence, telle qu'un logiciel la donne. */
export interface Reference {
  readonly systeme: string;
  readonly identifiant: string;
}

/** Un numéro cherché, et le logiciel dont c'est le numéro. */
export interface ReferenceCherchee extends Reference {
  readonly clientId: string;
}

/** Un numéro a un sens pour le logiciel qui l'a donné : sans logiciel, il ne désigne rien. */
export const referenceVoulue = (
  reference: Reference | null | undefined,
  acteur: { readonly clientId: string | null } | null,
): ReferenceCherchee | null => (reference ? { ...reference, clientId: acteur?.clientId ?? "" } : null);

const REFERENCES_MAXIMUM = 10;
const IDENTIFIANT_MAXIMUM = 100;
const SYSTEME = /^[\p{L}\d][\p{L}\d._-]{1,39}$/u;

/** Ce qui ne va pas dans des références : le rang, le champ et une phrase ; `null` quand tout va. Un numéro de dossier n'est pas un INS. */
export function controlerReferences(references: readonly Reference[]): { champ: string; explication: string } | null {
  if (references.length > REFERENCES_MAXIMUM) {
    return { champ: "", explication: `On donne au plus ${REFERENCES_MAXIMUM} références à la fois.` };
  }
  for (const [rang, { systeme, identifiant }] of references.entries()) {
    if (!SYSTEME.test(systeme)) {
      return {
        champ: `.${rang}.systeme`,
        explication: "Le système compte de 2 à 40 lettres, chiffres, tirets ou points.",
      };
    }
    if (identifiant.trim() === "" || identifiant.length > IDENTIFIANT_MAXIMUM) {
      return {
        champ: `.${rang}.identifiant`,
        explication: `L'identifiant compte de 1 à ${IDENTIFIANT_MAXIMUM} caractères.`,
      };
    }
    if (matriculeValide(identifiant.replace(/\s/g, ""))) {
      return { champ: `.${rang}.identifiant`, explication: "Un matricule INS ne sert jamais de référence." };
    }
  }
  return null;
}
