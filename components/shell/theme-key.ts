/** Where localStorage keeps the chosen theme; no value means "as the system". */
export const THEME_KEY = 'theme';
