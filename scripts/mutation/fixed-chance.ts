import fc from 'fast-check';

// Whether a mutant dies must not depend on luck.
fc.configureGlobal({ seed: 168 });
