import type { TcpState } from '@/engine/tcp/state';
import { round } from '../scene/geometry';
import type { Layout } from '../scene/lay-out';
import { type Scene, sceneAt } from '../scene/scene-at';
import type { SceneWords } from '../scene/scene-words';
import { BandMark, BandName, Patterns } from './band';
import {
  Axis,
  BracketMark,
  CallMarkView,
  FoldView,
  HeadMark,
  PlayheadLine,
  PlayheadPill,
  ShortState,
  TimerMarkView,
} from './margins';
import { GhostMark, SignMark } from './run-marks';
import { Segment } from './segment';
import { WaitHandles } from './wait-handles';

export interface TimeDiagramProps {
  readonly layout: Layout;
  /** Moment of the run; infinite: all is inked and there is no playhead. */
  readonly ms: number;
  readonly words: SceneWords;
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly pickedId?: number | null;
  readonly lit?: TcpState | null;
  /** The picture ends at this moment of the run: nothing later is drawn. */
  readonly endsMs?: number;
  /** Names segments for assistive technology; given only while they can be picked. */
  readonly nameSegment?: (id: number) => string;
  /** What of TIME_WAIT can be pulled; absent: nothing. */
  readonly handles?: { readonly wait: boolean; readonly msl: boolean };
}

interface PartProps extends TimeDiagramProps {
  readonly scene: Scene;
  /** Where the picture ends is reached: what lies after it is left out. */
  readonly isHeld: boolean;
}

/** The time diagram as in a textbook or a capture: lifelines, time running down, segments as slanted arrows. */
export function TimeDiagram(given: TimeDiagramProps) {
  const { layout, ms, id, title, description, endsMs = Number.POSITIVE_INFINITY, nameSegment } = given;
  const isHeld = ms >= endsMs;
  const props = { ...given, isHeld };
  const scene = sceneAt(layout, ms);
  const { width, size } = layout.dimensions;
  const bottom = Number.isFinite(endsMs) ? layout.scale.yAfter(endsMs) + 26 : layout.height;
  const height = round(Math.min(layout.height, bottom));
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a picture has a title, what is alive a name
    <svg
      className={size === 'phone' ? 'td td-phone' : 'td'}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-describedby={`${id}-d`}
      {...named(title, `${id}-t`, nameSegment !== undefined)}
    >
      {!nameSegment && <title id={`${id}-t`}>{title}</title>}
      <desc id={`${id}-d`}>{description}</desc>
      <Patterns id={id} />
      <Lifelines layout={layout} height={height} />
      <Axis marks={scene.axis.filter((mark) => !isHeld || mark.y <= scene.playhead)} x={layout.dimensions.axisX} />
      <Bands scene={scene} {...props} />
      {Number.isFinite(scene.playhead) && <PlayheadLine layout={layout} y={scene.playhead} />}
      {layout.marks.ghosts.map((arrow) => (
        <GhostMark key={`gone-${arrow.segment.id}`} arrow={arrow} />
      ))}
      <Segments scene={scene} {...props} />
      <BandNames scene={scene} {...props} />
      {layout.marks.signs.map((sign) => (
        <SignMark key={`${sign.sign}${sign.ms} ${sign.at.x} ${sign.at.y}`} sign={sign} isInked={sign.ms <= ms} />
      ))}
      <Margins scene={scene} {...props} />
    </svg>
  );
}

/** A picture has a title; what can be picked in has a name instead, which does not pop up under the mouse. */
export function named(title: string, id: string, isAlive: boolean) {
  return isAlive ? { role: 'group', 'aria-label': title } : { role: 'img', 'aria-labelledby': id };
}

function Lifelines({ layout, height }: { readonly layout: Layout; readonly height: number }) {
  return layout.tracks.map((track) => (
    <path
      key={track.index}
      className="td-life"
      d={`M${round((track.x0 + track.x1) / 2)} ${layout.dimensions.headBottom}V${height}`}
    />
  ));
}

function Bands({ scene, id, lit, isHeld }: PartProps) {
  return bandsOf(scene, isHeld).map(({ key, part, isInked }) => (
    <BandMark key={key} part={part} isInked={isInked} isLit={lit === part.band.state} id={id} />
  ));
}

function BandNames({ scene, isHeld }: PartProps) {
  return bandsOf(scene, isHeld).map(({ key, part, isInked }) => <BandName key={key} part={part} isInked={isInked} />);
}

/** What is still to come first, so that ink lies over pencil. */
function bandsOf({ past, future }: Scene, isHeld: boolean) {
  return [
    ...(isHeld ? [] : future).map((part) => ({ key: `${part.band.key}-f`, part, isInked: false })),
    ...past.map((part) => ({ key: part.band.key, part, isInked: true })),
  ];
}

function Segments({ scene, words, pickedId = null, isHeld, nameSegment }: PartProps) {
  const { arrows, texts, dimensions } = scene.layout;
  const tabStop = pickedId ?? arrows[0]?.segment.id ?? null;
  return scene.arrows.map(({ arrow, ink }) => (
    <Segment
      key={arrow.segment.id}
      arrow={arrow}
      text={texts.get(arrow.segment.id)}
      ink={ink}
      dimensions={dimensions}
      lostWord={words.lost}
      isPicked={arrow.segment.id === pickedId}
      isCopyPicked={pickedId !== null && arrow.segment.copyOf === pickedId}
      isHeld={isHeld}
      name={nameSegment ? nameSegment(arrow.segment.id) : null}
      isTabStop={arrow.segment.id === tabStop}
    />
  ));
}

function Margins({ scene, ms, words, isHeld, handles }: PartProps) {
  const { layout, playhead } = scene;
  const { dimensions, timeline } = layout;
  const reached = (at: number) => at <= ms;
  const kept = (at: number) => !isHeld || reached(at);
  return (
    <>
      {layout.timers
        .filter(({ fromMs }) => kept(fromMs))
        .map((timer) => (
          <TimerMarkView key={`${timer.fromMs}-${timer.x}`} timer={timer} isInked={reached(timer.fromMs)} />
        ))}
      {layout.calls
        .filter((call) => kept(call.ms))
        .map((call) => (
          <CallMarkView key={call.entry} call={call} isInked={reached(call.ms)} />
        ))}
      {layout.shortStates.map((mark) => (
        <ShortState key={`${mark.top}-${mark.state}`} mark={mark} isInked={mark.top <= playhead} />
      ))}
      {layout.folds
        .filter((fold) => kept(fold.fromMs))
        .map((fold) => (
          <FoldView key={fold.top} fold={fold} x={dimensions.width / 2} />
        ))}
      {layout.brackets.map((bracket) => (
        <BracketMark key={bracket.x0} bracket={bracket} />
      ))}
      {layout.heads
        .filter((head) => kept(head.fromMs ?? ms))
        .map((head) => (
          <HeadMark key={`${head.name}-${head.x}`} head={head} isInked={reached(head.fromMs ?? ms)} />
        ))}
      {handles && <WaitHandles layout={scene.layout} {...handles} />}
      {Number.isFinite(playhead) && (
        <PlayheadPill layout={layout} y={playhead} text={words.time(ms - timeline.scenario.originMs)} />
      )}
    </>
  );
}
