const format = new Intl.NumberFormat("de");

/** `12.300` */
export const count = (number: number) => format.format(number);
