import type { Locale } from '@/model/attempt';
import type { SimulatorWords } from '../../simulator/words/speech';
import type { Played, ToPlay } from './play-message';
import type { PacketdrillWords } from './words';

export interface ScriptResultProps {
  readonly asked: ToPlay;
  readonly played: Played;
  readonly locale: Locale;
  readonly words: PacketdrillWords;
  readonly simulatorWords: SimulatorWords;
}
