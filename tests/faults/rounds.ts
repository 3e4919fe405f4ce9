/** How often each fault is tried: once in the short form, more with FAULT_ROUNDS. */
export const rounds = Number(process.env.FAULT_ROUNDS ?? 1);
