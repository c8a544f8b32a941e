package extract

func (x *extractor) findDemands()   {}
func (x *extractor) findEvents()    {}
func (x *extractor) findPositions() {}
