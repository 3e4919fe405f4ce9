const format = new Intl.NumberFormat("en");

/** `12,300` */
export const count = (number: number) => format.format(number);
