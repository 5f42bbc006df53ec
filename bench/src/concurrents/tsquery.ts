/** The normalised words of a name, all of which begin a word of the row. */
export const debutsDeMots = (mots: readonly string[]): string => mots.map((mot) => `${mot}:*`).join(" & ");

/** The same, all of which are a word of the row. */
export const motsEntiers = (mots: readonly string[]): string => mots.join(" & ");
