import { isIPv6 } from "node:net";
import type { Acteur } from "@coordination/server-kit";

/** Whom a request is counted on: the subject of its token, or its address when it is anonymous. */
export const cleDuClient = (acteur: Acteur | null, adresse: string): string =>
  acteur === null ? `adresse:${reseau(adresse)}` : `identite:${acteur.sub}`;

/** One subscriber holds a whole /64 in IPv6: its addresses count as one. */
function reseau(adresse: string): string {
  if (!isIPv6(adresse) || adresse.startsWith("::ffff:")) return adresse;
  const [tete = "", queue] = adresse.split("::");
  const debut = tete.split(":").filter((groupe) => groupe !== "");
  const fin = (queue ?? "").split(":").filter((groupe) => groupe !== "");
  const zeros = queue === undefined ? 0 : 8 - debut.length - fin.length;
  return [...debut, ...Array<string>(zeros).fill("0"), ...fin].slice(0, 4).join(":");
}
