import { describe, expect, it } from 'vitest';
import { FIGURES } from '../testing/figures';
import { applyAct, applyRange } from './apply-act';
import { change, HELD, redo, UNTOUCHED, undo } from './history';
import { keyCommand } from './key-command';

const press = (key: string, mods: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {}) => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...mods,
});

describe('keys', () => {
  it('do what the book says they do', () => {
    expect(keyCommand(press(' '), 'none')).toEqual({ act: 'play' });
    expect(keyCommand(press('ArrowRight'), 'none')).toEqual({ act: 'step', by: 1 });
    expect(keyCommand(press('ArrowLeft', { shiftKey: true }), 'none')).toEqual({ act: 'step', by: -10 });
    expect(keyCommand(press('ArrowDown'), 'none')).toEqual({ act: 'pick', by: 1 });
    expect(keyCommand(press('ArrowUp', { altKey: true }), 'segment')).toEqual({ act: 'move', by: -1 });
    expect(keyCommand(press('Delete'), 'segment')).toEqual({ act: 'drop' });
    expect(keyCommand(press('?', { shiftKey: true }), 'none')).toEqual({ act: 'keys' });
    expect(keyCommand(press('z', { ctrlKey: true }), 'none')).toEqual({ act: 'undo' });
    expect(keyCommand(press('Z', { ctrlKey: true, shiftKey: true }), 'none')).toEqual({ act: 'redo' });
    expect(keyCommand(press('y', { metaKey: true }), 'none')).toEqual({ act: 'redo' });
    expect(keyCommand(press('d'), 'segment')).toEqual({ act: 'duplicate' });
  });

  it('leave a focused control its own', () => {
    for (const key of [' ', 'ArrowLeft', 'ArrowUp', 'Home', 'Delete'])
      expect(keyCommand(press(key), 'input')).toBeNull();
    expect(keyCommand(press(' '), 'button')).toBeNull();
    expect(keyCommand(press('Enter'), 'button')).toBeNull();
    expect(keyCommand(press('ArrowUp'), 'scrubber')).toEqual({ act: 'step', by: 1 });
    expect(keyCommand(press('PageDown'), 'scrubber')).toEqual({ act: 'step', by: -10 });
  });

  it('leave the browser its own', () => {
    expect(keyCommand(press('ArrowLeft', { altKey: true }), 'none')).toBeNull();
    expect(keyCommand(press('d', { altKey: true }), 'none')).toBeNull();
    expect(keyCommand(press('d', { ctrlKey: true }), 'none')).toBeNull();
    expect(keyCommand(press('r', { ctrlKey: true }), 'none')).toBeNull();
    expect(keyCommand(press('Tab'), 'none')).toBeNull();
  });
});

describe('history', () => {
  it('takes back one change after the other', () => {
    const once = change(UNTOUCHED, { roundTripMs: 40 }, 'a', 0);
    const twice = change(once, { roundTripMs: 40, profile: 'linux' }, 'b', 10);
    expect(undo(twice).present).toEqual({ roundTripMs: 40 });
    expect(undo(undo(twice)).present).toEqual({});
    expect(undo(UNTOUCHED)).toBe(UNTOUCHED);
  });

  it('does again what was taken back, until something else is done', () => {
    const twice = change(change(UNTOUCHED, { mslMs: 1000 }, 'a', 0), { mslMs: 2000 }, 'b', 10);
    const back = undo(undo(twice));
    expect(redo(back).present).toEqual({ mslMs: 1000 });
    expect(redo(redo(back)).present).toEqual({ mslMs: 2000 });
    expect(redo(redo(redo(back))).present).toEqual({ mslMs: 2000 });
    expect(undo(redo(back)).present).toEqual({});
    expect(redo(change(back, { mslMs: 9000 }, 'c', 20)).present).toEqual({ mslMs: 9000 });
  });

  it('takes what is held for one change, however long it is held', () => {
    let history = change(UNTOUCHED, { mslMs: 1 }, `${HELD}1`, 0);
    history = change(history, { mslMs: 2 }, `${HELD}1`, 60_000);
    expect(undo(history).present).toEqual({});
    expect(undo(change(history, { mslMs: 3 }, `${HELD}2`, 60_001)).present).toEqual({ mslMs: 2 });
  });

  it('takes the pulling of a slider for one change', () => {
    let history = UNTOUCHED;
    for (let i = 1; i <= 50; i += 1) history = change(history, { timeWaitMs: i }, 'range:timeWait', i * 20);
    expect(history.present).toEqual({ timeWaitMs: 50 });
    expect(undo(history).present).toEqual({});
    expect(undo(change(history, { timeWaitMs: 99 }, 'range:timeWait', 5000)).present).toEqual({ timeWaitMs: 50 });
  });
});

describe('knobs', () => {
  const figure = FIGURES.get('last-ack-lost') ?? expect.fail();

  it('turn a loss off and on', () => {
    const off = applyAct('fault:last-ack', {}, figure);
    expect(off?.faults).toHaveLength(figure.scenario.faults.length - 1);
    expect(new Set(applyAct('fault:last-ack', off ?? {}, figure)?.faults)).toEqual(new Set(figure.scenario.faults));
  });

  it('set what they are named after', () => {
    expect(applyAct('profile:rfc793', { mslMs: 5 }, figure)).toEqual({ mslMs: 5, profile: 'rfc793' });
    expect(applyAct('profile:cubic', {}, figure)).toBeNull();
    expect(applyAct('fault:none', {}, figure)).toBeNull();
    expect(applyRange('start-c2', 700, { startMs: { c1: 1 } })).toEqual({ startMs: { c1: 1, c2: 700 } });
  });

  it('set a sysctl of one host, to one of its choices', () => {
    const ports = FIGURES.get('ports-run-out') ?? expect.fail();
    const on = applyAct('sysctl:client.tcp_tw_reuse.1', { sysctls: { server: { tcp_rfc1337: 1 } } }, ports);
    expect(on).toEqual({ sysctls: { server: { tcp_rfc1337: 1 }, client: { tcp_tw_reuse: 1 } } });
    expect(applyAct('sysctl:client.tcp_tw_reuse.7', {}, ports)).toBeNull();
    expect(applyAct('sysctl:server.tcp_tw_reuse.1', {}, ports)).toBeNull();
  });
});
