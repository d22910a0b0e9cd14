/** Stored with every attempt: which engine computed the key. Raise it with any change that can change a timeline. */
export const ENGINE_VERSION = '1.2.0';
