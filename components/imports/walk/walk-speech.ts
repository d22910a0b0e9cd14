import type { Locale } from '@/model/attempt';
import { createSpeech, type SimulatorWords, type Speech } from '../../simulator/words/speech';

/** Says what a simulator says, of a figure that has no words of its own. `hosts` are words that take the place of the general ones. */
export function walkSpeech(
  locale: Locale,
  words: SimulatorWords,
  { title, description, hosts = {} }: { title: string; description: string; hosts?: Readonly<Record<string, string>> },
): Speech {
  const { simulator, rules } = words;
  const named = { ...simulator, hosts: { ...(simulator.hosts as Readonly<Record<string, string>>), ...hosts } };
  const figures = { walk: { title: quoted(title), description: quoted(description) } };
  return createSpeech(locale, { simulator: named, rules, figures }, 'walk');
}

/** As a message that says this and nothing else: names of files may hold what messages mean something by. */
function quoted(text: string): string {
  return text.replaceAll("'", "''").replaceAll(/[{}<>#|]+/g, "'$&'");
}
