/**
 * Runs `work` while no other tab runs the same. On plain http there are no Web Locks: then two tabs may send the same
 * item, which its id makes harmless.
 */
export function oneAtATime(name: string, work: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator as Partial<Navigator>).locks;
  return locks ? locks.request(name, work) : work();
}
