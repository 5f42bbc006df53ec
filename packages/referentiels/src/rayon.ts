/** How far around a place one may look, in kilometres. Below a metre it is no distance: squared, PostgreSQL refuses it. */
export const RAYON_KM = { minimum: 0.001, maximum: 200 } as const;

/** Whether a search may go this far. */
export const estUnRayon = (km: number): boolean => km >= RAYON_KM.minimum && km <= RAYON_KM.maximum;

/** What is said of a radius that is not one. */
export const RAYON_HORS_BORNES = `Le rayon va d'un mètre à ${RAYON_KM.maximum} kilomètres.`;
