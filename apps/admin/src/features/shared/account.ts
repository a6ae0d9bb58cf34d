/** The accounts' own limit, so that a short password is seen before it is sent. */
export const PASSWORD_MIN = 12;

export const isLongEnough = (password: string): boolean => password.length >= PASSWORD_MIN;

/** Something before and after one @, with a dot behind it. The mail that arrives is the real test. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
