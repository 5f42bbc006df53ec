import type { Canal, Diffusion } from "@coordination/vocabulaire";

/** Secure messaging between professionals: their addresses are for them. Source : S140, S143, S165. */
const CANAUX_PROFESSIONNELS: ReadonlySet<Canal> = new Set(["MSSANTE", "APICRYPT", "MONSISRA"]);

/** True for a channel whose addresses may never be shown to everyone. */
export const estCanalProfessionnel = (canal: Canal): boolean => CANAUX_PROFESSIONNELS.has(canal);

/** The contacts that this reader may see: a professional, all; anyone else, those for everyone. */
export const contactsVisibles = <Contact extends { readonly diffusion: Diffusion }>(
  contacts: readonly Contact[],
  { professionnel }: { readonly professionnel: boolean },
): Contact[] => contacts.filter(({ diffusion }) => professionnel || diffusion === "PUBLIQUE");
