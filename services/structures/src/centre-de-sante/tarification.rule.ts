/**
 * The law imposes both on every health centre: third-party payment, and no fee above the tariff.
 * Source: ARS guide for elected people (S052) ; CSP L.6323-1-7.
 */
export const TARIFICATION_DES_CENTRES = { tiersPayant: true, depassementsHonoraires: false } as const;
