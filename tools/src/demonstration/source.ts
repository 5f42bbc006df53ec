/** Who declares what no file says, shown as such to every reader. */
export const SOURCE = "Déclaration inventée pour la démonstration";
