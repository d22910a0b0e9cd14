import { ImageResponse } from 'next/og';
import { PREVIEW_SIZE } from './preview-size';
import { Wordmark } from './wordmark';

/** The light theme's colours in sRGB: the image writer knows neither custom properties nor oklch. */
const PAPER = '#fcfaf6';
const INK = '#261f1a';
const INK_2 = '#534b46';
const VERMILION = '#a42900';

interface Band {
  state: string;
  top: number;
  height: number;
  tint: string;
  solid: string;
  ink: string;
}

const CLIENT: Band[] = [
  { state: 'ESTABLISHED', top: 0, height: 58, tint: '#daf2e6', solid: '#227f5f', ink: '#00523d' },
  { state: 'FIN_WAIT_1', top: 58, height: 124, tint: '#f8f2ca', solid: '#9d8914', ink: '#5e4b02' },
  { state: 'FIN_WAIT_2', top: 182, height: 124, tint: '#fbe8c9', solid: '#9d6802', ink: '#6c4200' },
  { state: 'TIME_WAIT', top: 306, height: 164, tint: '#cd3600', solid: '#cd3600', ink: '#fffdfa' },
];
const SERVER: Band[] = [
  { state: 'ESTABLISHED', top: 0, height: 120, tint: '#daf2e6', solid: '#227f5f', ink: '#00523d' },
  { state: 'CLOSE_WAIT', top: 120, height: 124, tint: '#f9e6f7', solid: '#af5ca9', ink: '#752f71' },
  { state: 'LAST_ACK', top: 244, height: 124, tint: '#ede3fb', solid: '#672f98', ink: '#5b2987' },
];
/** From which height to which, and whether from the client: FIN, ACK, FIN, ACK. */
const SEGMENTS = [
  { from: 58, to: 120, outward: true, ink: '#794815' },
  { from: 120, to: 182, outward: false, ink: INK_2 },
  { from: 244, to: 306, outward: false, ink: '#794815' },
  { from: 306, to: 368, outward: true, ink: INK_2 },
];
const BAND_WIDTH = 124;
const SPAN = 236;

/**
 * What stands beside a link to the book: its name, the four-way close and, below it, `line` and `title`. Both are set in a
 * face that has Latin letters only, so a Chinese page leaves its title out.
 */
export function previewImage({ line, title }: { line: string | null; title: string | null }): ImageResponse {
  return new ImageResponse(
    <div
      style={{ display: 'flex', width: '100%', height: '100%', background: PAPER, color: INK, padding: '70px 76px' }}
    >
      <div style={{ display: 'flex', flexDirection: 'column', width: 500, justifyContent: 'space-between' }}>
        <Wordmark width={390} ink={INK} accent={VERMILION} />
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          {line === null ? null : <div style={{ fontSize: 30, color: INK_2, marginBottom: 14 }}>{line}</div>}
          {title === null ? null : (
            <div style={{ fontSize: 50, lineHeight: 1.15, letterSpacing: -1, marginBottom: 26 }}>{title}</div>
          )}
          <div style={{ display: 'flex' }}>
            <div
              style={{ background: '#cd3600', color: '#fffdfa', fontSize: 30, padding: '6px 16px', borderRadius: 5 }}
            >
              TIME_WAIT
            </div>
          </div>
        </div>
      </div>
      <div style={{ display: 'flex', marginLeft: 'auto', paddingTop: 5 }}>
        <Lane bands={CLIENT} edge="left" />
        <Arrows />
        <Lane bands={SERVER} edge="right" />
      </div>
    </div>,
    PREVIEW_SIZE,
  );
}

function Lane({ bands, edge }: { bands: Band[]; edge: 'left' | 'right' }) {
  return (
    <div style={{ display: 'flex', position: 'relative', width: BAND_WIDTH, height: 480 }}>
      {bands.map(({ state, top, height, tint, solid, ink }) => (
        <div
          key={state}
          style={{
            position: 'absolute',
            display: 'flex',
            justifyContent: 'center',
            top,
            height,
            width: BAND_WIDTH,
            background: tint,
            color: ink,
            paddingTop: 12,
            fontSize: 16,
            borderTop: `2px solid ${solid}`,
            [edge === 'left' ? 'borderLeft' : 'borderRight']: `5px solid ${solid}`,
          }}
        >
          {state}
        </div>
      ))}
    </div>
  );
}

function Arrows() {
  return (
    <svg width={SPAN} height={480} viewBox={`0 0 ${SPAN} 480`} aria-hidden="true">
      {SEGMENTS.map(({ from, to, outward, ink }) => {
        const [x1, x2] = outward ? [3, SPAN - 4] : [SPAN - 3, 4];
        const degrees = (Math.atan2(to - from, x2 - x1) * 180) / Math.PI;
        return (
          <g key={from}>
            <path d={`M${x1} ${from}L${x2} ${to}`} stroke={ink} strokeWidth={3} />
            <path d="M1 0-17-6.500v13z" fill={ink} transform={`translate(${x2} ${to}) rotate(${degrees})`} />
          </g>
        );
      })}
    </svg>
  );
}
