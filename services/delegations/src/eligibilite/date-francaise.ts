/** « 2023-08-10 » se lit « 10/08/2023 ». */
export const enFrancais = (date: string): string => date.split("-").reverse().join("/");
