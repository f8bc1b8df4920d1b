import { linstone } from './landlords/linstone.ts'
import { longhurstAndHavelok } from './landlords/longhurst-and-havelok.ts'
import { mountGreen } from './landlords/mount-green.ts'
import { oneHousingGroup } from './landlords/one-housing-group.ts'
import { southLakes } from './landlords/south-lakes.ts'

/** The landlords whose year is made up, the largest first. */
export const landlords = [oneHousingGroup, longhurstAndHavelok, southLakes, mountGreen, linstone] as const
