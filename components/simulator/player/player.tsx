'use client';

import { useMemo } from 'react';
import { knobViews } from '../model/knobs';
import type { PlayerProps } from '../player-props';
import { ShareLoader } from '../share/share-loader';
import { SimulatorBody } from '../simulator-body';
import { describeRun } from '../words/describe-run';
import { createSpeech } from '../words/speech';
import { KeysDialog } from './keys-dialog';
import { Tokens } from './tokens';
import { useSimulator } from './use-simulator';

/** The simulator alive. Its playhead and its settings are the only state; everything shown is computed from them. */
export function Player(props: PlayerProps) {
  const { id, name, number, figure, locale, words, variant, isLow, prediction } = props;
  const speech = useMemo(() => createSpeech(locale, words, name), [locale, words, name]);
  const simulator = useSimulator(props, speech);
  const { run, state } = simulator;
  const knobs = useMemo(
    () => knobViews(figure, state.history.present, speech, simulator.pair, simulator.pairs),
    [figure, state.history.present, speech, simulator.pair, simulator.pairs],
  );
  const asks = prediction !== undefined;
  const description = useMemo(() => (asks ? describeRun(run, speech) : undefined), [asks, run, speech]);
  return (
    <>
      {props.linked?.note(state.history.present)}
      <SimulatorBody
        {...{ id, number, variant, figure, speech, run, knobs, isLow }}
        canBeShared={props.isMade !== true || props.labAddress !== undefined}
        isHeld={prediction?.isHeld ?? false}
        card={prediction?.card}
        description={description}
        verdicts={simulator.verdicts}
        changes={simulator.changes}
        ms={simulator.ms}
        pickedId={simulator.pickedId}
        layouts={simulator.layout}
        alive={{
          isPlaying: state.isPlaying,
          speed: state.speed,
          lit: simulator.lit,
          canUndo: state.history.past.length > 0,
          canRedo: state.history.future.length > 0,
          isChanged: Object.keys(state.history.present).length > 0,
          isLinked: props.linked !== null,
          clock: simulator.clock,
          compared: simulator.compared,
          room: simulator.room,
          isOpen: simulator.isOpen,
          onScrub: simulator.onScrub,
          onRange: simulator.onRange,
          announcement: simulator.announcement,
          tokens: (tokens, size) => <Tokens tokens={tokens} size={size} timeline={run.timeline} />,
        }}
      />
      {simulator.showsShare && (
        <ShareLoader
          {...{ id, locale, speech, run }}
          shareable={simulator.shareable}
          labAddress={props.labAddress}
          picture={() => props.root.querySelector<SVGSVGElement>('svg.td')}
          onClose={simulator.onShareClosed}
        />
      )}
      {simulator.showsKeys && <KeysDialog speech={speech} id={id} onClose={simulator.onKeysClosed} />}
    </>
  );
}
