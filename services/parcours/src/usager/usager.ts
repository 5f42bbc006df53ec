/** What binds the encrypted identity to its row. */
export const objetDeLUsager = (usagerId: string): string => `usager:${usagerId}`;
