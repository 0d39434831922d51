/** With separators and two decimals. The currency is not part of it: PSAs return plain numbers. */
export const money = (amount: number) => amount.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
