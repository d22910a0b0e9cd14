// Where tsconfig.engine.json leads every import of a package by the engine. It lies outside the engine, so the compiler refuses it.
export {};
