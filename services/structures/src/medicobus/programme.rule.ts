/** A passage, in time. */
interface Creneau {
  readonly debut: Date;
  readonly fin: Date;
}

/** The first passage that cannot be planned, and why; null when all can: to come, ended after begun, never two at once. */
export function defautDuProgramme(
  passages: readonly Creneau[],
  maintenant: Date,
): { readonly rang: number; readonly champ: "debut" | "fin"; readonly phrase: string } | null {
  for (const [rang, { debut, fin }] of passages.entries()) {
    if (debut <= maintenant) return { rang, champ: "debut", phrase: "Un passage se planifie à venir." };
    if (fin <= debut) return { rang, champ: "fin", phrase: "La fin d'un passage suit son début." };
    const autre = passages.findIndex((passage, place) => place < rang && passage.debut < fin && debut < passage.fin);
    if (autre >= 0) return { rang, champ: "debut", phrase: `Ce passage en chevauche un autre, le n° ${autre + 1}.` };
  }
  return null;
}
