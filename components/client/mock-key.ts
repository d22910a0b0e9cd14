/** Where this browser keeps an interview, with all that was said in it. */
export const MOCK_KEY = '2msl:mock';
